/**
 * Vietnamese words of two syllables that news is full of. They are written with a space, so that nothing but a list tells
 * `kinh tế`, which no line may part, from two words. Far from complete: what is missing counts as two words.
 */
export const COMPOUNDS: ReadonlySet<string> = new Set(
  `du khách,du lịch,kinh tế,xã hội,văn hóa,văn hoá,quốc tế,quốc gia,công nghiệp,công nghệ,nông nghiệp,nông dân,nông sản,nông thôn,
đối ngoại,thông tin,báo chí,truyền hình,phát triển,đầu tư,xuất khẩu,nhập khẩu,thị trường,doanh nghiệp,sản xuất,sản phẩm,sản lượng,
lễ hội,khai mạc,bế mạc,tổ chức,tham gia,tham quan,tham dự,chương trình,dự án,kế hoạch,chính phủ,chính sách,chính trị,chủ tịch,
bộ trưởng,đại sứ,đại biểu,lãnh đạo,nhân dân,người dân,đồng bào,dân tộc,địa phương,thành phố,thị xã,huyện ủy,tỉnh ủy,ủy ban,
hợp tác,hữu nghị,quan hệ,hội nghị,hội thảo,hội đồng,giáo dục,đào tạo,sinh viên,học sinh,giáo viên,bệnh viện,bác sĩ,y tế,sức khỏe,
môi trường,khí hậu,thiên nhiên,biến đổi,du canh,cà phê,cao nguyên,đặc sản,ẩm thực,âm nhạc,nghệ thuật,nghệ nhân,di sản,di tích,
lịch sử,truyền thống,bảo tồn,bảo vệ,xây dựng,giao thông,đường sắt,đường bộ,sân bay,hàng không,khách sạn,dịch vụ,thương mại,
tăng trưởng,ngân sách,tài chính,ngân hàng,khoa học,kỹ thuật,chất lượng,hiệu quả,kết quả,thời gian,thời tiết,hiện nay,hôm nay,
hôm qua,ngày mai,vừa qua,sắp tới,trước đây,đồng thời,bên cạnh,đặc biệt,quan trọng,nổi tiếng,hấp dẫn,thu hút,phục vụ,giới thiệu,
quảng bá,phóng viên,biên tập,khán giả,thính giả,quý vị,các bạn,chúng tôi,chúng ta,cảm ơn,xin chào,hẹn gặp,việt nam,nhật bản,
bao gồm,khoảng cách,diện tích,dân số,khu vực,trung tâm,trung ương,nhà nước,pháp luật,quy định,nghị quyết,nghị định,quyết định`
    .split(',')
    .map((word) => word.trim()),
)
